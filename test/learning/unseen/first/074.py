# expected: clean
# found: clean
# %%
import sqlite3
import pandas as pd
import numpy as np
import datetime as dt
import matplotlib.pyplot as plt
import plotly.express as px
%load_ext sql

# %%
con = sqlite3.connect('chinook.db')
pd.read_sql("select name from sqlite_master where type='table'", con)

# %%
q = """
select i.InvoiceId, i.CustomerId, i.InvoiceDate, i.BillingCountry, i.Total
from invoices i
"""
inv = pd.read_sql(q, con, parse_dates=['InvoiceDate'])
inv.head()

# %%
inv.groupby('BillingCountry').Total.sum().nlargest(10).plot.barh()
plt.gca().invert_yaxis()

# %%
monthly = inv.set_index('InvoiceDate').resample('M').Total.sum()
fig = px.line(monthly.reset_index(), x='InvoiceDate', y='Total', title='Monthly revenue')
fig.show()

# %% [markdown]
# ## RFM segmentation (rules, no model)

# %%
now = inv.InvoiceDate.max() + dt.timedelta(days=1)
rfm = inv.groupby('CustomerId').agg(
    recency=('InvoiceDate', lambda s: (now - s.max()).days),
    frequency=('InvoiceId', 'nunique'),
    monetary=('Total', 'sum'))
rfm.describe()

# %%
rfm['R'] = pd.qcut(rfm.recency.rank(method='first'), 4, labels=[4, 3, 2, 1]).astype(int)
rfm['F'] = pd.qcut(rfm.frequency.rank(method='first'), 4, labels=[1, 2, 3, 4]).astype(int)
rfm['M'] = pd.qcut(rfm.monetary, 4, labels=[1, 2, 3, 4]).astype(int)
rfm['score'] = rfm[['R', 'F', 'M']].sum(axis=1)

# %%
def seg(s):
    if s >= 10:
        return 'gold'
    elif s >= 7:
        return 'silver'
    return 'bronze'
rfm['segment'] = rfm.score.apply(seg)
rfm.segment.value_counts()

# %%
out = rfm.groupby('segment')[['recency', 'frequency', 'monetary']].mean().round(1)
out

# %%
genre = pd.read_sql("""
select g.Name genre, sum(ii.UnitPrice*ii.Quantity) rev
from invoice_items ii join tracks t on t.TrackId = ii.TrackId join genres g on g.GenreId = t.GenreId
group by 1 order by 2 desc
""", con)
genre['share'] = genre.rev / genre.rev.sum()
genre['cum'] = genre.share.cumsum()
genre[genre.cum < .85]

# %%
rfm.to_excel('rfm_report.xlsx')
con.close()
