/** Where the pages of bulletins are. */

export const LIST_PAGE = 'bulletins';
export const DESK_PAGE = 'manage/bulletins';
export const bulletinPage = (id: string): string => `${LIST_PAGE}/${id}`;
export const deskPage = (id: string): string => `${DESK_PAGE}/${id}`;
export const seriesPage = (id: string): string => `${DESK_PAGE}/series/${id}`;
