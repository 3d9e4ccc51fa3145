export { shopRoutes, type ShopParts } from './routes.ts';
export { createShopServer } from './server.ts';
