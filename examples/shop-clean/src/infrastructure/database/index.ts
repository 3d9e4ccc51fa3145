export { databaseOf, type Database, type OpenDatabase } from './database.ts';
