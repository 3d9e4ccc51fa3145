# expected: preprocessing
# found: preprocessing 20:44, preprocessing 29:22, preprocessing 29:40
# %%
import sys
import pandas as pd
import numpy as np
import xgboost as xgb
from sklearn.metrics import roc_auc_score
from sklearn.model_selection import train_test_split

# %%
class DataPrep:
    """Loads and cleans the HR attrition extract."""
    def __init__(self, path):
        self.df = pd.read_csv(path)

    def impute(self):
        num = self.df.select_dtypes('number').columns.drop('Attrition_flag')
        for c in num:
            self.df[c] = self.df[c].fillna(self.df[c].median())
        return self

    def encode(self):
        self.df = pd.get_dummies(self.df, columns=['Department', 'JobRole', 'BusinessTravel', 'Gender'])
        return self

    def normalise(self):
        for c in ['MonthlyIncome', 'Age', 'DistanceFromHome', 'TotalWorkingYears']:
            lo, hi = self.df[c].min(), self.df[c].max()
            self.df[c] = (self.df[c] - lo) / (hi - lo)
        return self

    def get(self):
        return self.df.drop('Attrition_flag', axis=1), self.df['Attrition_flag']

# %%
class AttritionPOC:
    def __init__(self, params):
        self.params = params

    def run(self, X, y):
        X_tr, X_te, y_tr, y_te = train_test_split(X, y, test_size=.25, stratify=y, random_state=2020)
        d_tr = xgb.DMatrix(X_tr, label=y_tr)
        d_te = xgb.DMatrix(X_te, label=y_te)
        self.bst = xgb.train(self.params, d_tr, num_boost_round=250)
        return roc_auc_score(y_te, self.bst.predict(d_te))

# %%
X, y = DataPrep('/data/hr/attrition_2020.csv').impute().encode().normalise().get()
X.shape

# %%
poc = AttritionPOC({'objective': 'binary:logistic', 'eta': .05, 'max_depth': 4, 'subsample': .8})
print('AUC', round(poc.run(X, y), 4))

# %%
ax = xgb.plot_importance(poc.bst, max_num_features=15)
