# expected: clean
# found: clean
# %%
import numpy as np
import pandas as pd
import plotly.graph_objects as go
import plotly.express as px
from plotly.offline import init_notebook_mode, iplot
init_notebook_mode(connected=True)
import matplotlib.pyplot as plt
from wordcloud import WordCloud, STOPWORDS
import seaborn as sns

# %%
d1 = pd.read_csv("/kaggle/input/netflix-shows/netflix_titles.csv")
d1.head()

# %%
for i in d1.columns:
    null_rate = d1[i].isna().sum() / len(d1) * 100
    if null_rate > 0:
        print("{} null rate: {}%".format(i, round(null_rate, 2)))

# %%
d1['country'] = d1['country'].fillna(d1['country'].mode()[0])
d1['cast'].replace(np.nan, 'No Data', inplace=True)
d1['director'].replace(np.nan, 'No Data', inplace=True)
d1.dropna(inplace=True)
d1.drop_duplicates(inplace=True)

# %%
d1["date_added"] = pd.to_datetime(d1['date_added'])
d1['month_added'] = d1['date_added'].dt.month
d1['year_added'] = d1['date_added'].dt.year

# %%
col = "type"
grouped = d1[col].value_counts().reset_index()
grouped = grouped.rename(columns={col: "count", "index": col})
trace = go.Pie(labels=grouped[col], values=grouped['count'], pull=[0.05, 0], marker=dict(colors=["#6ad49b", "#a678de"]))
fig = go.Figure([trace], go.Layout(title="", height=400))
iplot(fig)

# %%
d1['first_country'] = d1['country'].apply(lambda x: x.split(",")[0])
data = d1.groupby('first_country')['show_id'].count().sort_values(ascending=False)[:10]
fig, ax = plt.subplots(1, 1, figsize=(12, 6))
ax.bar(data.index, data, width=0.5, color=['#b20710' if i < 3 else '#f5f5f1' for i in range(10)], edgecolor='darkgray')

# %%
def duration_min(x):
    return int(x.replace(' min', '')) if 'min' in x else np.nan
d1['minutes'] = d1.duration.apply(duration_min)
d1['minutes_scaled'] = (d1.minutes - d1.minutes.min()) / (d1.minutes.max() - d1.minutes.min())
sns.boxplot(x='year_added', y='minutes', data=d1)

# %%
text = " ".join(d1[d1['type'] == 'Movie']['listed_in'])
wc = WordCloud(stopwords=STOPWORDS, background_color='white', width=1000, height=400).generate(text)
plt.imshow(wc); plt.axis("off"); plt.show()
