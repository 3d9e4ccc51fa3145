export { exportSales } from './sales-export.ts';
