export { ProportionalPanel } from './proportional-panel.tsx';
