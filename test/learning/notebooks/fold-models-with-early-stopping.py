# expected: clean
# found: clean
import pandas as pd
import xgboost as xgb
from sklearn.model_selection import KFold
train = pd.read_csv('train.csv')
scores = []
for tr, va in KFold(5).split(train):
    model = xgb.XGBClassifier()
    model.fit(train.iloc[tr].drop('y', axis=1), train.iloc[tr]['y'], eval_set=[(train.iloc[va].drop('y', axis=1), train.iloc[va]['y'])], early_stopping_rounds=10)
    scores.append(model.score(train.iloc[va].drop('y', axis=1), train.iloc[va]['y']))
