/** Every icon that the first view may show, each from its own file: the package's index would bring three megabytes. */
export { AddRegular } from '@fluentui/react-icons/svg/add';
export { ArrowLeftRegular } from '@fluentui/react-icons/svg/arrow-left';
export { CheckmarkRegular } from '@fluentui/react-icons/svg/checkmark';
export { CheckmarkCircleFilled } from '@fluentui/react-icons/svg/checkmark-circle';
export { ChevronRightRegular } from '@fluentui/react-icons/svg/chevron-right';
export { DocumentRegular } from '@fluentui/react-icons/svg/document';
export { HomeFilled, HomeRegular } from '@fluentui/react-icons/svg/home';
export { LibraryFilled, LibraryRegular } from '@fluentui/react-icons/svg/library';
export { LightbulbRegular } from '@fluentui/react-icons/svg/lightbulb';
export { LinkRegular } from '@fluentui/react-icons/svg/link';
export { OpenRegular } from '@fluentui/react-icons/svg/open';
export { SlideTextRegular } from '@fluentui/react-icons/svg/slide-text';
export { VideoRegular } from '@fluentui/react-icons/svg/video';
export { VoteFilled, VoteRegular } from '@fluentui/react-icons/svg/vote';
export { WarningRegular } from '@fluentui/react-icons/svg/warning';
