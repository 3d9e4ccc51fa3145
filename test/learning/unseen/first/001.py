# expected: clean
# found: clean
# %% [markdown]
# # Netflix Movies and TV Shows - EDA
# Let's look at what is inside of the dataset.

# %%
import numpy as np # linear algebra
import pandas as pd # data processing, CSV file I/O (e.g. pd.read_csv)
import os
for dirname, _, filenames in os.walk('/kaggle/input'):
    for filename in filenames:
        print(os.path.join(dirname, filename))

# %%
import matplotlib.pyplot as plt
import seaborn as sns
%matplotlib inline
plt.style.use('fivethirtyeight')

# %%
df = pd.read_csv('/kaggle/input/netflix-shows/netflix_titles.csv')
df.head()

# %%
df.info()

# %%
df.isnull().sum() / len(df) * 100

# %%
df['country'] = df['country'].fillna(df['country'].mode()[0])
df['cast'].replace(np.nan, 'No Data', inplace=True)
df['director'].replace(np.nan, 'No Data', inplace=True)
df.dropna(inplace=True)
df.drop_duplicates(inplace=True)
df.shape

# %%
df["date_added"] = pd.to_datetime(df['date_added'])
df['month_added'] = df['date_added'].dt.month
df['month_name_added'] = df['date_added'].dt.month_name()
df['year_added'] = df['date_added'].dt.year
df.head(3)

# %%
x = df.groupby(['type'])['type'].count()
y = len(df)
r = ((x / y)).round(2)
mf_ratio = pd.DataFrame(r).T

fig, ax = plt.subplots(1, 1, figsize=(6.5, 2.5))
ax.barh(mf_ratio.index, mf_ratio['Movie'], color='#b20710', alpha=0.9, label='Male')
ax.barh(mf_ratio.index, mf_ratio['TV Show'], left=mf_ratio['Movie'], color='#221f1f', alpha=0.9)
plt.show()

# %%
df['count'] = 1
data = df.groupby('country')['count'].sum().sort_values(ascending=False).reset_index()[:10]
data = data['country']
df_heatmap = df.loc[df['country'].isin(data)]
df_heatmap = pd.crosstab(df_heatmap['country'], df_heatmap['rating'], normalize="index").T
sns.heatmap(df_heatmap, cmap='Reds', square=True, linewidth=2.5, cbar=False, annot=True, fmt='1.0%')

# %%
# duration of movies over time
movies = df[df['type'] == 'Movie'].copy()
movies['minutes'] = movies['duration'].str.replace(' min', '').astype(int)
movies.groupby('release_year')['minutes'].mean().plot(figsize=(14, 5))
plt.title('Mean movie length by release year')

# %%
from wordcloud import WordCloud
text = str(list(df['title'])).replace(',', '').replace('[', '').replace("'", '').replace(']', '').replace('.', '')
wordcloud = WordCloud(background_color='white', width=500, height=200, max_words=150).generate(text)
plt.figure(figsize=(15, 5))
plt.imshow(wordcloud, interpolation='bilinear')
plt.axis('off')
