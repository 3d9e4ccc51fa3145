export { openDatabase, type Database, type OpenDatabase } from './database.ts';
