/** Where the tab shows a picture of ours: on its own origin, which its policy allows, whatever name cards know the server by. */
export const shownAt = (address: string): string => new URL(address, location.href).pathname;
