# expected: multi-test, preprocessing
# found: preprocessing 20:26, multi-test 55:8
# %%
import xgboost as xgb
import pandas as pd
import numpy as np
from sklearn.model_selection import train_test_split
from sklearn.metrics import mean_squared_error, mean_absolute_error

# %%
df = pd.read_csv('../input/melb_data.csv')
df['Date'] = pd.to_datetime(df['Date'], dayfirst=True)
df['sale_year'] = df.Date.dt.year
df['sale_month'] = df.Date.dt.month
df.drop(['Address', 'SellerG', 'Date', 'Suburb', 'CouncilArea'], axis=1, inplace=True)

# %%
num_cols = ['Car', 'BuildingArea', 'YearBuilt', 'Bathroom', 'Landsize']
for c in num_cols:
    df[c] = df[c].fillna(df[c].mean())
df = pd.get_dummies(df, columns=['Type', 'Method', 'Regionname'])
df.isna().sum().sum()

# %%
y = np.log(df['Price'])
X = df.drop('Price', axis=1)
X.columns = [c.replace(' ', '_').replace('-', '_') for c in X.columns]

x_train, x_test, y_train, y_test = train_test_split(X, y, test_size=0.2, random_state=12)

# %%
dtrain = xgb.DMatrix(x_train, label=y_train)
dtest = xgb.DMatrix(x_test, label=y_test)

params = {
    'objective': 'reg:linear',
    'eta': 0.05,
    'max_depth': 7,
    'min_child_weight': 3,
    'subsample': 0.8,
    'colsample_bytree': 0.7,
    'eval_metric': 'rmse',
    'silent': 1,
}

# %%
watchlist = [(dtrain, 'train'), (dtest, 'eval')]
bst = xgb.train(params, dtrain, num_boost_round=5000, evals=watchlist,
                early_stopping_rounds=50, verbose_eval=100)

# %%
bst.best_iteration, bst.best_score

# %%
pred = bst.predict(dtest, ntree_limit=bst.best_ntree_limit)
print('RMSE log', np.sqrt(mean_squared_error(y_test, pred)))
print('MAE  $', mean_absolute_error(np.exp(y_test), np.exp(pred)))

# %%
xgb.plot_importance(bst, max_num_features=15)
