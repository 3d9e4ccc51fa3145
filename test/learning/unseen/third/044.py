# expected: clean
# found: clean
# %%
import numpy as np
import pandas as pd
import lightgbm as lgb
from sklearn.model_selection import train_test_split
from sklearn.metrics import mean_squared_error

# %%
trips = pd.read_csv('../input/nyc-taxi-trip-duration/train.csv', parse_dates=['pickup_datetime'])
trips = trips.drop_duplicates(subset='id')
trips = trips[(trips.trip_duration > 30) & (trips.trip_duration < 4 * 3600)]

# %%
def haversine(lat1, lng1, lat2, lng2):
    lat1, lng1, lat2, lng2 = map(np.radians, (lat1, lng1, lat2, lng2))
    d = np.sin((lat2 - lat1) * 0.5) ** 2 + np.cos(lat1) * np.cos(lat2) * np.sin((lng2 - lng1) * 0.5) ** 2
    return 2 * 6371 * np.arcsin(np.sqrt(d))

trips['dist'] = haversine(trips.pickup_latitude, trips.pickup_longitude, trips.dropoff_latitude, trips.dropoff_longitude)
trips['dow'] = trips.pickup_datetime.dt.dayofweek
trips['hour'] = trips.pickup_datetime.dt.hour
trips['cell'] = trips.pickup_latitude.round(2).astype(str) + '_' + trips.pickup_longitude.round(2).astype(str)
trips['y'] = np.log1p(trips.trip_duration)

# %%
fit_df, test_df = train_test_split(trips, test_size=0.2, random_state=5)
fit_df, test_df = fit_df.copy(), test_df.copy()

# %% [markdown]
# Mean encoding of the pickup cell. Smoothed, out-of-fold for the fitting rows,
# plain lookup for the test rows.

# %%
from sklearn.model_selection import KFold

def smooth_means(d, col, m=50):
    g = d['y'].mean()
    agg = d.groupby(col)['y'].agg(['mean', 'count'])
    return (agg['mean'] * agg['count'] + g * m) / (agg['count'] + m)

fit_df['cell_te'] = np.nan
for a, b in KFold(5, shuffle=True, random_state=0).split(fit_df):
    enc = smooth_means(fit_df.iloc[a], 'cell')
    fit_df.iloc[b, fit_df.columns.get_loc('cell_te')] = fit_df.iloc[b]['cell'].map(enc)
fit_df['cell_te'] = fit_df['cell_te'].fillna(fit_df['y'].mean())
test_df['cell_te'] = test_df['cell'].map(smooth_means(fit_df, 'cell')).fillna(fit_df['y'].mean())

# %%
feats = ['vendor_id', 'passenger_count', 'dist', 'dow', 'hour', 'cell_te']
model = lgb.LGBMRegressor(n_estimators=600, learning_rate=0.05, num_leaves=63)
model.fit(fit_df[feats], fit_df['y'])

# %%
rmsle = mean_squared_error(test_df['y'], model.predict(test_df[feats])) ** .5
print(f'RMSLE {rmsle:.4f}')
lgb.plot_importance(model)
