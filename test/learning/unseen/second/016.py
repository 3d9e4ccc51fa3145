# expected: clean
# found: clean
# %%
import sys
sys.path.append('../src')
import logging
import pandas as pd
import numpy as np
from dataclasses import dataclass
from sklearn.base import BaseEstimator, TransformerMixin
from sklearn.pipeline import Pipeline
from sklearn.linear_model import Ridge
from sklearn.metrics import mean_absolute_error, r2_score

logger = logging.getLogger('claims-poc')

# %%
@dataclass
class Config:
    path: str = '/dbfs/mnt/claims/claims_2018_2021.parquet'
    cutoff: str = '2021-01-01'
    target: str = 'claim_amount'

cfg = Config()

# %%
class FrequencyEncoder(BaseEstimator, TransformerMixin):
    def __init__(self, cols):
        self.cols = cols

    def fit(self, X, y=None):
        self.maps_ = {c: X[c].value_counts(normalize=True) for c in self.cols}
        return self

    def transform(self, X):
        X = X.copy()
        for c in self.cols:
            X[c] = X[c].map(self.maps_[c]).fillna(0)
        return X


class MedianImputer(BaseEstimator, TransformerMixin):
    def fit(self, X, y=None):
        self.med_ = X.median()
        return self

    def transform(self, X):
        return X.fillna(self.med_)


class Clipper(BaseEstimator, TransformerMixin):
    def __init__(self, lo=.01, hi=.99):
        self.lo, self.hi = lo, hi

    def fit(self, X, y=None):
        self.lo_, self.hi_ = X.quantile(self.lo), X.quantile(self.hi)
        return self

    def transform(self, X):
        return X.clip(self.lo_, self.hi_, axis=1)

# %%
class ClaimsModel:
    def __init__(self, cfg):
        self.cfg = cfg
        self.pipe = Pipeline([
            ('freq', FrequencyEncoder(['vehicle_make', 'region', 'body_type'])),
            ('imp', MedianImputer()),
            ('clip', Clipper()),
            ('ridge', Ridge(alpha=10.)),
        ])

    def load(self):
        df = pd.read_parquet(self.cfg.path)
        df['vehicle_age'] = df.claim_date.dt.year - df.vehicle_year
        df['month'] = df.claim_date.dt.month
        self.df = df
        return self

    def split(self):
        m = self.df.claim_date < self.cfg.cutoff
        feats = ['vehicle_make', 'region', 'body_type', 'vehicle_age', 'month', 'driver_age', 'mileage']
        self.Xtr, self.Xte = self.df.loc[m, feats], self.df.loc[~m, feats]
        self.ytr, self.yte = np.log1p(self.df.loc[m, self.cfg.target]), self.df.loc[~m, self.cfg.target]
        return self

    def train(self):
        self.pipe.fit(self.Xtr, self.ytr)
        return self

    def report(self):
        p = np.expm1(self.pipe.predict(self.Xte))
        return {'mae': mean_absolute_error(self.yte, p), 'r2': r2_score(self.yte, p)}

# %%
res = ClaimsModel(cfg).load().split().train().report()
logger.info(res)
res
