export { readSettings, SettingError, type Settings } from './settings.ts';
