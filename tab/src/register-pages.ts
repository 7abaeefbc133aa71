/** Where the pages of organisations and people are, for whoever links to them. */

export const organisationPage = (id: string): string => `members/${encodeURIComponent(id)}`;
export const GROUPS_PAGE = 'members/groups';
export const RECOMMEND_PAGE = 'members/recommend';

/** For coordinators: where an organisation and a person are changed. */
export const editOrganisationPage = (id: string): string => `manage/register/organisations/${encodeURIComponent(id)}`;
export const editMemberPage = (id: string): string => `manage/register/members/${encodeURIComponent(id)}`;
export const editGroupsPage = 'manage/groups';
