# expected: multi-test, preprocessing
# found: preprocessing 39:40, multi-test 73:6
# %%
import pandas as pd
import numpy as np
import matplotlib.pyplot as plt
import seaborn as sns
from sklearn.model_selection import train_test_split
from sklearn.linear_model import LinearRegression, Lasso, Ridge
from sklearn.ensemble import RandomForestRegressor
from sklearn.metrics import mean_absolute_error, mean_squared_error, r2_score
pd.set_option('display.max_columns', 100)

# %%
df = pd.read_csv('melb_data.csv')
df.head()

# %%
def missing_table(d):
    total = d.isnull().sum().sort_values(ascending=False)
    pct = (d.isnull().sum() / d.isnull().count()).sort_values(ascending=False)
    return pd.concat([total, pct], axis=1, keys=['Total', 'Percent'])
missing_table(df).head(10)

# %%
sns.scatterplot(x='Rooms', y='Price', data=df)
plt.show()

# %%
def preprocess(frame):
    frame = frame.copy()
    frame = frame.drop(['Address', 'SellerG', 'Method'], axis=1)
    frame['Date'] = pd.to_datetime(frame['Date'], dayfirst=True)
    frame['month'] = frame['Date'].dt.month
    frame = frame.drop('Date', axis=1)
    num_cols = frame.select_dtypes(include=[np.number]).columns
    for c in num_cols:
        if frame[c].isnull().any():
            frame[c] = frame[c].fillna(frame[c].median())
    for c in frame.select_dtypes(include='object').columns:
        frame[c] = frame[c].fillna('Unknown')
    frame = frame.drop(['Suburb', 'CouncilArea'], axis=1)
    frame = pd.get_dummies(frame, drop_first=True)
    return frame

# %%
data = preprocess(df)
data.shape

# %%
plt.figure(figsize=(12, 10))
sns.heatmap(data.corr(), cmap='coolwarm')

# %%
target = data.pop('Price')
Xtr, Xts, Ytr, Yts = train_test_split(data, target, test_size=.25, random_state=7)

# %% [markdown]
# ### Linear regression

# %%
lr = LinearRegression()
lr.fit(Xtr, Ytr)
p1 = lr.predict(Xts)
print('MAE', mean_absolute_error(Yts, p1), 'R2', r2_score(Yts, p1))

# %% [markdown]
# ### Lasso

# %%
ls = Lasso(alpha=10)
ls.fit(Xtr, Ytr)
p2 = ls.predict(Xts)
print('MAE', mean_absolute_error(Yts, p2), 'R2', r2_score(Yts, p2))

# %% [markdown]
# ### Random forest

# %%
rf = RandomForestRegressor(n_estimators=200, n_jobs=-1)
rf.fit(Xtr, Ytr)
p3 = rf.predict(Xts)
print('MAE', mean_absolute_error(Yts, p3), 'R2', r2_score(Yts, p3))
plt.scatter(Yts, p3, alpha=.3)

# %%
res = pd.DataFrame({'model': ['LR', 'Lasso', 'RF'],
                    'rmse': [np.sqrt(mean_squared_error(Yts, p)) for p in (p1, p2, p3)]})
res.sort_values('rmse')
