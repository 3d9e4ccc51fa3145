export { adminRoutes } from './admin-routes.ts';
export { catalogRoutes } from './catalog-routes.ts';
export { customerRoutes } from './customer-routes.ts';
export { orderRoutes } from './order-routes.ts';
export { createShopServer } from './server.ts';
