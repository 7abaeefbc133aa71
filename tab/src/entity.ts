/** The tab's id in Teams, as in the server's contract: deep links name it. */
export const TAB_ENTITY = 'network';
