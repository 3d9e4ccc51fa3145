export { ProductStore, type Product } from './product-store.ts';
