# expected: clean
# found: clean
# %%
# Exploratory analysis of the Airbnb NYC listings
import numpy as np
import pandas as pd
import matplotlib.pyplot as plt
import seaborn as sns
import folium
from folium.plugins import HeatMap
%matplotlib inline
sns.set_style('whitegrid')

# %%
ab = pd.read_csv('AB_NYC_2019.csv')
ab.shape, ab.dtypes

# %%
ab.isnull().sum().sort_values(ascending=False)

# %%
ab['reviews_per_month'].fillna(ab['reviews_per_month'].mean(), inplace=True)
ab['name'].fillna('-', inplace=True)
ab.drop(['host_name', 'last_review'], axis=1, inplace=True)

# %%
q1, q3 = ab.price.quantile([.25, .75])
iqr = q3 - q1
ab = ab[ab.price.between(q1 - 1.5 * iqr, q3 + 1.5 * iqr)]

# %%
ab.groupby('neighbourhood_group')['price'].agg(['mean', 'median', 'std']).round(1)

# %%
plt.figure(figsize=(10, 6))
sns.violinplot(data=ab, x='neighbourhood_group', y='price')
plt.title('Density and distribution of prices')

# %%
ab['price_z'] = (ab.price - ab.price.mean()) / ab.price.std()
corr = ab.select_dtypes('number').corr()
sns.heatmap(corr, annot=True, fmt='.2f')

# %%
top_hosts = ab.host_id.value_counts().head(10)
top_hosts.plot(kind='bar')

# %%
m = folium.Map([40.7128, -74.0060], zoom_start=11)
HeatMap(ab[['latitude', 'longitude']].dropna(), radius=8).add_to(m)
display(m)
