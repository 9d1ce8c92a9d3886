export { isConnectionError, isPassing, openDatabase, type Database, type Sql } from './database.ts';
export { applyMigrations, pendingMigrations } from './migrate.ts';
export { firstWithin, keepLeading, type Leadership } from './leases.ts';
export { backup, restore } from './backup.ts';
export { keepHouse } from './housekeeping.ts';
