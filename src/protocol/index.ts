export * from './version.js';
export * from './codes.js';
export * from './limits.js';
export * from './files.js';
export * from './user-data.js';
export * from './entries.js';
export * from './from-visitor.js';
export * from './from-server.js';
