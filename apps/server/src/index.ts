export { type Config, ConfigProblem, readConfig } from './config.ts';
export { type DemoEvening, openServer, type Server, type ServerOptions, type VideoServer } from './server.ts';
export { startAll, type Started, startServer, type StartOptions } from './start-server.ts';
