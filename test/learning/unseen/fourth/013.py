# expected: clean
# found: clean
# %%
import pandas as pd
import numpy as np
from sklearn.model_selection import train_test_split
from sklearn.ensemble import RandomForestRegressor
from sklearn.metrics import mean_squared_error
# %%
df = pd.read_csv('housing.csv')
df.columns = df.columns.str.lower()
df.median_house_value = np.log1p(df.median_house_value)
# %%
df_full_train, df_test = train_test_split(df, test_size=0.2, random_state=1)
df_train, df_val = train_test_split(df_full_train, test_size=0.25, random_state=1)
# %%
med = df_train.total_bedrooms.median()
prox = df_train.groupby('ocean_proximity').median_house_value.mean()
# %%
def prepare_X(df):
    df = df.copy()
    df['total_bedrooms'] = df['total_bedrooms'].fillna(med)
    df['prox_te'] = df['ocean_proximity'].map(prox)
    df['prox_te'] = df['prox_te'].fillna(prox.mean())
    return df.drop(columns=['ocean_proximity', 'median_house_value']).values
# %%
y_train = df_train.median_house_value.values
y_val = df_val.median_house_value.values
y_test = df_test.median_house_value.values
X_train, X_val, X_test = prepare_X(df_train), prepare_X(df_val), prepare_X(df_test)
# %%
def rmse(y, y_pred):
    return np.sqrt(mean_squared_error(y, y_pred))
# %%
best = None
for d in [5, 10, 15, 20]:
    for n in [50, 100]:
        rf = RandomForestRegressor(n_estimators=n, max_depth=d, random_state=1, n_jobs=-1)
        rf.fit(X_train, y_train)
        s = rmse(y_val, rf.predict(X_val))
        print(d, n, round(s, 4))
        if best is None or s < best[0]:
            best = (s, rf)
# %%
rmse(y_test, best[1].predict(X_test))
