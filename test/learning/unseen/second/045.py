# expected: clean
# found: clean
# %%
import pandas as pd
import requests
from bs4 import BeautifulSoup
import time, json, re

# %%
BASE = 'https://www.immobilienscout24.de/Suche/de/berlin/berlin/wohnung-mieten?pagenumber={}'
headers = {'User-Agent': 'Mozilla/5.0'}

# %%
def get_page(i):
    r = requests.get(BASE.format(i), headers=headers)
    r.raise_for_status()
    return BeautifulSoup(r.text, 'html.parser')

def parse(soup):
    out = []
    for li in soup.find_all('li', class_='result-list__listing'):
        d = {'id': li.get('data-id')}
        crit = [x.text for x in li.find_all('dd')]
        d['kaltmiete'], d['flaeche'], d['zimmer'] = (crit + [None] * 3)[:3]
        d['adresse'] = li.find('button').text if li.find('button') else None
        out.append(d)
    return out

# %%
rows = []
for i in range(1, 51):
    try:
        rows.extend(parse(get_page(i)))
    except Exception as e:
        print(i, e)
    time.sleep(1.5)
len(rows)

# %%
wohnungen = pd.DataFrame(rows).drop_duplicates('id')
num = lambda s: float(re.sub(r'[^\d,]', '', s).replace(',', '.')) if isinstance(s, str) else None
for c in ['kaltmiete', 'flaeche', 'zimmer']:
    wohnungen[c] = wohnungen[c].apply(num)
wohnungen['qm_preis'] = wohnungen.kaltmiete / wohnungen.flaeche

# %%
wohnungen['bezirk'] = wohnungen.adresse.str.split(',').str[-2].str.strip()
test = wohnungen.groupby('bezirk').qm_preis.mean().sort_values()
test.plot.barh(figsize=(6, 10))

# %%
wohnungen['zimmer'] = wohnungen.zimmer.fillna(wohnungen.zimmer.median())
wohnungen.to_csv('wohnungen_berlin.csv', index=False)
