# expected: preprocessing
# found: preprocessing 27:44, preprocessing 35:25
# %%
import pandas as pd
import numpy as np
from sklearn.decomposition import TruncatedSVD
from sklearn.preprocessing import MinMaxScaler
from sklearn.ensemble import RandomForestRegressor
from sklearn.metrics import mean_absolute_error

# %%
class DataPrep:
    def __init__(self, path, target):
        self.df = pd.read_csv(path)
        self.target = target
        self.scaler = MinMaxScaler()

    def clean(self):
        self.df = self.df.drop_duplicates()
        self.df = self.df[self.df[self.target] > 0]
        self.df['last_review'] = pd.to_datetime(self.df['last_review'])
        self.df['days_since'] = (pd.Timestamp('2019-07-08') - self.df['last_review']).dt.days
        return self

    def impute(self):
        for c in self.df.select_dtypes('number'):
            self.df[c] = self.df[c].fillna(self.df[c].median())
        return self

    def encode(self, cols):
        self.df = pd.get_dummies(self.df, columns=cols)
        return self

    def scale(self, cols):
        self.df[cols] = self.scaler.fit_transform(self.df[cols])
        return self

    def split(self, frac=0.8, seed=0):
        d = self.df.select_dtypes(['number', 'bool']).sample(frac=1, random_state=seed)
        n = int(len(d) * frac)
        a, b = d.iloc[:n], d.iloc[n:]
        return a.drop(columns=self.target), b.drop(columns=self.target), a[self.target], b[self.target]

# %%
prep = DataPrep('AB_NYC_2019.csv', 'price')
X_tr, X_te, y_tr, y_te = (prep.clean()
                              .impute()
                              .encode(['neighbourhood_group', 'room_type'])
                              .scale(['latitude', 'longitude', 'number_of_reviews', 'availability_365', 'days_since'])
                              .split())
X_tr.shape, X_te.shape

# %%
X_tr = X_tr.drop(columns=['id', 'host_id'])
X_te = X_te.drop(columns=['id', 'host_id'])

# %%
rf = RandomForestRegressor(n_estimators=300, min_samples_leaf=3, n_jobs=-1, random_state=0)
rf.fit(X_tr, np.log(y_tr))
pred = np.exp(rf.predict(X_te))
print('MAE: $%.2f' % mean_absolute_error(y_te, pred))

# %%
pd.Series(rf.feature_importances_, X_tr.columns).sort_values(ascending=False).head(10)
