/** What the shop sells, and for how much. */
import type { Product, ProductStore } from '../../data/product-store/index.ts';
import { wordsOf } from './search-words.ts';

/** A product that the customer wants, with its price of today. */
export interface PricedItem {
  productId: string;
  name: string;
  count: number;
  cents: number;
}

/** The products, as customers see them. */
export class Catalog {
  private readonly products: ProductStore;

  constructor(products: ProductStore) {
    this.products = products;
  }

  /** Looks for products. */
  async search(text: string): Promise<Product[]> {
    const [first, ...others] = wordsOf(text);
    if (first === undefined) return [];
    const found = await this.products.search(first, 50);
    return found.filter(({ name }) => others.every((word) => name.toLowerCase().includes(word)));
  }

  /** Puts today's prices to what a customer wants. */
  async price(wanted: ReadonlyMap<string, number>): Promise<PricedItem[]> {
    const items: PricedItem[] = [];
    for (const [productId, count] of wanted) {
      const product = await this.products.find(productId);
      if (product === undefined) throw new Error(`There is no product ${productId}.`);
      items.push({ productId, name: product.name, count, cents: product.cents });
    }
    return items;
  }
}
