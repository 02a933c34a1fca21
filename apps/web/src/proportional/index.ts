export { ProportionalPanel } from './proportional-panel.tsx';
export { WallProportional } from './wall-proportional.tsx';
