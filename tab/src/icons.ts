/** Every icon that the first view may show, each from its own file: the package's index would bring three megabytes. */
export { AddRegular } from '@fluentui/react-icons/svg/add';
export { ArchiveFilled, ArchiveRegular } from '@fluentui/react-icons/svg/archive';
export { ArrowLeftRegular } from '@fluentui/react-icons/svg/arrow-left';
export { CalendarFilled, CalendarRegular } from '@fluentui/react-icons/svg/calendar';
export { CheckmarkRegular } from '@fluentui/react-icons/svg/checkmark';
export { CheckmarkCircleFilled } from '@fluentui/react-icons/svg/checkmark-circle';
export { ChevronRightRegular } from '@fluentui/react-icons/svg/chevron-right';
export { DocumentSignatureFilled, DocumentSignatureRegular } from '@fluentui/react-icons/svg/document-signature';
export { HomeFilled, HomeRegular } from '@fluentui/react-icons/svg/home';
export { LibraryFilled, LibraryRegular } from '@fluentui/react-icons/svg/library';
export { MoreHorizontalFilled, MoreHorizontalRegular } from '@fluentui/react-icons/svg/more-horizontal';
export { OpenRegular } from '@fluentui/react-icons/svg/open';
export { PeopleCommunityFilled, PeopleCommunityRegular } from '@fluentui/react-icons/svg/people-community';
export { PersonFilled, PersonRegular } from '@fluentui/react-icons/svg/person';
export { QuestionCircleFilled, QuestionCircleRegular } from '@fluentui/react-icons/svg/question-circle';
export { SettingsFilled, SettingsRegular } from '@fluentui/react-icons/svg/settings';
export { VoteFilled, VoteRegular } from '@fluentui/react-icons/svg/vote';
export { WarningRegular } from '@fluentui/react-icons/svg/warning';
