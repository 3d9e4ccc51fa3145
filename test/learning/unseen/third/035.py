# expected: clean
# found: clean
# %%
import requests
from bs4 import BeautifulSoup
import pandas as pd
import re
import time

# %%
base_url = "http://books.toscrape.com/catalogue/page-{}.html"
res = requests.get(base_url.format(1))
soup = BeautifulSoup(res.text, "lxml")
products = soup.select(".product_pod")
len(products)

# %%
example = products[0]
print(example.prettify())

# %%
rating_map = {"One": 1, "Two": 2, "Three": 3, "Four": 4, "Five": 5}

def parse_book(tag):
    title = tag.select("a")[1]["title"]
    price = float(re.findall(r"\d+\.\d+", tag.select_one(".price_color").text)[0])
    rating = rating_map[tag.select_one(".star-rating")["class"][1]]
    stock = "In stock" in tag.select_one(".availability").text
    return dict(title=title, price=price, rating=rating, stock=stock)

# %%
books = []
for n in range(1, 51):
    res = requests.get(base_url.format(n))
    if res.status_code != 200:
        print("stopped at page", n)
        break
    soup = BeautifulSoup(res.text, "lxml")
    books.extend(parse_book(b) for b in soup.select(".product_pod"))
    time.sleep(0.3)
df = pd.DataFrame(books)
df.shape

# %%
df.groupby("rating").price.agg(["count", "mean", "median", "std"]).round(2)

# %%
df["price_gbp"] = df.pop("price")
df["price_eur"] = df.price_gbp * 1.17
df["cheap"] = df.price_gbp < df.price_gbp.quantile(0.25)

# %%
import sqlite3
con = sqlite3.connect("books.db")
df.to_sql("books", con, if_exists="replace", index=False)
pd.read_sql("select rating, count(*) as n, avg(price_gbp) as p from books group by rating order by p desc", con)

# %%
con.close()
