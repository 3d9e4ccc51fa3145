/** What the shop sells, and for how much. */
import type { Product, ProductStore } from '../../data/product-store/index.ts';
import { wordsOf } from './search-words.ts';

const MOST_RESULTS = 50;

/** A product that the customer wants, with its price of today. */
export interface PricedItem {
  productId: string;
  name: string;
  count: number;
  cents: number;
}

/** Someone asked for a product that is not sold. */
export class UnknownProduct extends Error {}

/** The products, as customers see them. */
export class Catalog {
  private readonly products: Pick<ProductStore, 'search' | 'findAll'>;

  /** @param products where they are kept */
  constructor(products: Pick<ProductStore, 'search' | 'findAll'>) {
    this.products = products;
  }

  /**
   * Looks for products.
   * @param text words of a name
   * @returns products that have every word in their name
   */
  async search(text: string): Promise<Product[]> {
    const [first, ...others] = wordsOf(text);
    if (first === undefined) return [];
    const found = await this.products.search(first, MOST_RESULTS);
    return found.filter(({ name }) => others.every((word) => name.toLowerCase().includes(word)));
  }

  /**
   * Puts today's prices to what a customer wants.
   * @param wanted how many of which product
   * @returns one item for each product
   * @throws {UnknownProduct} when one of them is not sold
   */
  async price(wanted: ReadonlyMap<string, number>): Promise<PricedItem[]> {
    const products = await this.products.findAll([...wanted.keys()]);
    const byId = new Map(products.map((product) => [product.id, product]));
    return [...wanted].map(([productId, count]) => {
      const product = byId.get(productId);
      if (product === undefined) throw new UnknownProduct(`There is no product ${productId}.`);
      return { productId, name: product.name, count, cents: product.cents };
    });
  }
}
