# expected: preprocessing
# found: preprocessing 29:6
# %%
import pandas as pd
import numpy as np
from sklearn.cluster import KMeans
from sklearn.model_selection import train_test_split
from sklearn.metrics import mean_absolute_error
from xgboost import XGBRegressor

# %%
taxi = pd.read_csv('nyc-taxi-trip-duration/train.csv', parse_dates=['pickup_datetime'])
taxi = taxi[taxi.trip_duration < 22 * 3600]
taxi['log_dur'] = np.log1p(taxi.trip_duration)

# %%
def haversine(lat1, lng1, lat2, lng2):
    lat1, lng1, lat2, lng2 = map(np.radians, (lat1, lng1, lat2, lng2))
    d = np.sin((lat2 - lat1) * .5) ** 2 + np.cos(lat1) * np.cos(lat2) * np.sin((lng2 - lng1) * .5) ** 2
    return 2 * 6371 * np.arcsin(np.sqrt(d))

taxi['dist'] = haversine(taxi.pickup_latitude, taxi.pickup_longitude, taxi.dropoff_latitude, taxi.dropoff_longitude)
taxi['hour'] = taxi.pickup_datetime.dt.hour
taxi['wd'] = taxi.pickup_datetime.dt.weekday

# %%
coords = np.vstack((taxi[['pickup_latitude', 'pickup_longitude']].values,
                    taxi[['dropoff_latitude', 'dropoff_longitude']].values))
km = KMeans(n_clusters=50, random_state=0).fit(coords[np.random.permutation(len(coords))[:500000]])
taxi['pu_cl'] = km.predict(taxi[['pickup_latitude', 'pickup_longitude']].values)
taxi['do_cl'] = km.predict(taxi[['dropoff_latitude', 'dropoff_longitude']].values)

# %%
feats = ['dist', 'hour', 'wd', 'pu_cl', 'do_cl', 'passenger_count', 'vendor_id']
tr, te = train_test_split(taxi, test_size=.2, random_state=1987)

# %%
reg = XGBRegressor(n_estimators=500, max_depth=9, learning_rate=.1, n_jobs=8, tree_method='hist')
reg.fit(tr[feats], tr.log_dur)
p = reg.predict(te[feats])
print('RMSLE', np.sqrt(np.mean((p - te.log_dur) ** 2)))
print('MAE seconds', mean_absolute_error(te.trip_duration, np.expm1(p)))
