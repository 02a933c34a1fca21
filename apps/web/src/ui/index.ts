export { ActionBar, type ActionBarProps, type BarAction } from './action-bar.tsx';
export { type Alarm, AlarmList, type AlarmListProps } from './alarm-list.tsx';
export { Alert, type AlertProps } from './alert.tsx';
export { type AlertRank } from './alert-rank.ts';
export { BallotOptions, type BallotOption, type BallotOptionsProps } from './ballot-options.tsx';
export {
  Button,
  ButtonLink,
  ButtonRow,
  IconButton,
  type ButtonKind,
  type ButtonLinkProps,
  type ButtonProps,
} from './button.tsx';
export { ChainDiagram, type ChainDiagramProps } from './chain-diagram.tsx';
export type { ChainAnswer, ChainProposal, ChainVote } from './chain-layout.ts';
export { Checkbox, Switch, type CheckboxProps } from './checkbox.tsx';
export { ConnectionLost, type CallBoxProps, type ConnectionLostProps } from './connection-lost.tsx';
export { Countdown, type CountdownProps } from './countdown.tsx';
export { cx } from './cx.ts';
export { Dialog, Sheet, type DialogProps, type SheetProps } from './dialog.tsx';
export { DocumentFrame, type DocumentFrameProps } from './document-frame.tsx';
export { FormDialog, type FormDialogProps } from './form-dialog.tsx';
export { Column, ColumnsFrame, MemberFrame, PageFrame, QuietFrame } from './frames.tsx';
export { Icon, type IconShape } from './icon.tsx';
export { NextStep, type NextStepProps } from './next-step.tsx';
export { NotNow, type NotNowProps } from './not-now.tsx';
export { OnAirMark, type OnAirMarkProps } from './on-air-mark.tsx';
export { Pager, type PagerProps } from './pager.tsx';
export { Panel, type PanelProps } from './panel.tsx';
export { ThemeSwitch, type ThemeChoice, type UiLanguage } from './preferences.tsx';
export { PresenceFigure, type PresenceFigureProps } from './presence-figure.tsx';
export { ProposalCard, type ProposalCardProps } from './proposal-card.tsx';
export { Queue, type QueueEntry } from './queue.tsx';
export { QuorumBar, type QuorumBarProps } from './quorum-bar.tsx';
export { RadioGroup, type RadioGroupProps, type RadioOption } from './radio-group.tsx';
export { ResultFigure, type ResultFigureProps } from './result-figure.tsx';
export { Facts, NumberedSteps, Pairs, Row, Rows, Ticks, type Pair, type RowProps, type Tick } from './rows.tsx';
export { SearchField, type SearchFieldProps } from './search-field.tsx';
export { SeatGrid, type SeatGridProps, type SeatState, type SeatView } from './seat-grid.tsx';
export type { SeatGroup } from './seat-grid-layout.ts';
export { Select, type SelectOption, type SelectProps } from './select.tsx';
export { speakerTime, type SpeakerTime } from './speaker-time.ts';
export { SpeakerTimer, type SpeakerTimerProps } from './speaker-timer.tsx';
export { Stage, StageColumn, StageStrip, type StageProps } from './stage.tsx';
export { othersPerPage, STAGE_WIDTH, stagePage, type StagePage } from './stage-layout.ts';
export { EmptyState, ErrorState, Skeleton, type ErrorStateProps } from './states.tsx';
export { StatusLine } from './status-line.tsx';
export { StepTrail, type TrailStep } from './step-trail.tsx';
export { Table, type TableColumn, type TableProps } from './table.tsx';
export { Tabs, type TabsProps, type TabView } from './tabs.tsx';
export { LegalText, RuleRef, SayNow, type SayNowProps, Soft, Tag, VisuallyHidden } from './text.tsx';
export { TextArea, TextField, type TextAreaProps, type TextFieldProps } from './text-field.tsx';
export { TopBar, TopBarFact, type TopBarProps } from './top-bar.tsx';
export { VideoTile, type PictureState, type VideoTileProps } from './video-tile.tsx';
export { VoteButtons, type VoteButtonsProps, type VoteState } from './vote-buttons.tsx';
export { type VoteChoice } from './vote-mark.tsx';
export { VoteReceipt, type VoteReceiptProps } from './vote-receipt.tsx';
export { WhoVoted, type WhoVotedProps } from './who-voted.tsx';
export { CheckRows, type CheckRow } from './check-rows.tsx';
export { MemberBars, type MemberBarsProps } from './member-bars.tsx';
export { Slate } from './slate.tsx';
export {
  WallDebate,
  WallProposals,
  type WallDebateProps,
  WallFrame,
  type WallFrameProps,
  WallQuiet,
  WallVote,
  WallWords,
} from './wall-frame.tsx';
export { WindowTrail, type WindowTrailProps } from './window-trail.tsx';
export {
  ChairFrame,
  type ChairFrameProps,
  SecretaryFrame,
  type SecretaryFrameProps,
} from './desk-frames.tsx';
export { type BoardParty, type BoardSeat, SeatBoard, type SeatBoardProps } from './seat-board.tsx';
export { useWindowWidth } from './use-window-width.ts';
