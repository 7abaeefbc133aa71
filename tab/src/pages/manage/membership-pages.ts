/** Addresses of the pages of membership. */

export const MEMBERSHIP = 'manage/membership';
export const membershipPage = (organisation: string): string => `${MEMBERSHIP}/${encodeURIComponent(organisation)}`;
