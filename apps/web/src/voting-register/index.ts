export { VotingRegisterPanel } from './voting-register-panel.tsx';
