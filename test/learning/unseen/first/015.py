# expected: clean
# found: clean
# %%
import requests
from bs4 import BeautifulSoup
import pandas as pd
import re
import time
from tqdm.notebook import tqdm

# %%
headers = {'User-Agent': 'Mozilla/5.0 (X11; Linux x86_64)'}
BASE = 'https://books.toscrape.com/catalogue/page-{}.html'

# %%
r = requests.get(BASE.format(1), headers=headers)
soup = BeautifulSoup(r.content, 'html.parser')
soup.title.text

# %%
def parse_page(soup):
    rows = []
    for art in soup.find_all('article', class_='product_pod'):
        title = art.h3.a['title']
        price = art.find('p', class_='price_color').text
        rating = art.find('p', class_='star-rating')['class'][1]
        stock = art.find('p', class_='instock availability').text.strip()
        link = art.h3.a['href']
        rows.append((title, price, rating, stock, link))
    return rows

parse_page(soup)[:2]

# %%
books = []
for i in tqdm(range(1, 51)):
    resp = requests.get(BASE.format(i), headers=headers)
    if resp.status_code != 200:
        print('stop at', i)
        break
    books.extend(parse_page(BeautifulSoup(resp.content, 'html.parser')))
    time.sleep(0.3)

# %%
df = pd.DataFrame(books, columns=['title', 'price', 'rating', 'stock', 'link'])
df['price'] = df['price'].apply(lambda s: float(re.sub(r'[^0-9.]', '', s)))
df['rating'] = df['rating'].map({'One': 1, 'Two': 2, 'Three': 3, 'Four': 4, 'Five': 5})
df.head()

# %%
df.price.describe()

# %%
df.groupby('rating').price.agg(['mean', 'median', 'count'])

# %%
df['price_z'] = (df.price - df.price.mean()) / df.price.std()
df[df.price_z.abs() > 1.7].sort_values('price', ascending=False)

# %%
ax = df.price.plot.hist(bins=30)
ax.set_xlabel('GBP')

# %%
df.to_csv('books.csv', index=False)
!head -3 books.csv
