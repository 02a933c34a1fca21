export { type Html, html } from './html.ts';
export { meetingPage, meetingTitle } from './meeting-page.ts';
export { type ListedMeeting, listed, MEETINGS_DATA, meetingsPage } from './meetings-page.ts';
export { type Freshness, pathOf, type Reader, say } from './reader.ts';
