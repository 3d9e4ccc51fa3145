# expected: multi-test
# found: multi-test 35:54
# %%
import pandas as pd, numpy as np
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import StandardScaler, OneHotEncoder
from sklearn.neighbors import KNeighborsRegressor
from sklearn.ensemble import RandomForestRegressor
from sklearn.linear_model import Ridge
from sklearn.metrics import mean_squared_error
import xgboost as xgb

# %%
diamonds = pd.read_csv('diamonds.csv', index_col=0)
diamonds = diamonds[(diamonds[['x', 'y', 'z']] != 0).all(axis=1)]
cut_rank = {'Fair': 0, 'Good': 1, 'Very Good': 2, 'Premium': 3, 'Ideal': 4}
color_rank = {c: i for i, c in enumerate('JIHGFED')}
clar_rank = {c: i for i, c in enumerate(['I1', 'SI2', 'SI1', 'VS2', 'VS1', 'VVS2', 'VVS1', 'IF'])}
diamonds['cut'] = diamonds['cut'].map(cut_rank)
diamonds['color'] = diamonds['color'].map(color_rank)
diamonds['clarity'] = diamonds['clarity'].map(clar_rank)

# %%
X, y = diamonds.drop('price', axis=1), np.log(diamonds['price'])
X_temp, X_test, y_temp, y_test = train_test_split(X, y, test_size=0.2, random_state=42)
X_train, X_val, y_train, y_val = train_test_split(X_temp, y_temp, test_size=0.25, random_state=42)

# %%
scaler = StandardScaler()
X_train_s = scaler.fit_transform(X_train)
X_val_s = scaler.transform(X_val)
X_test_s = scaler.transform(X_test)

# %%
rmse = lambda m, a, b: np.sqrt(mean_squared_error(b, m.predict(a)))

# %%
# tune k on validation
best_k, best_val = None, 99
for k in range(2, 15):
    v = rmse(KNeighborsRegressor(k).fit(X_train_s, y_train), X_val_s, y_val)
    if v < best_val:
        best_k, best_val = k, v
knn = KNeighborsRegressor(best_k).fit(X_train_s, y_train)

# %%
alphas = np.logspace(-2, 3, 20)
best_a = min(alphas, key=lambda a: rmse(Ridge(a).fit(X_train_s, y_train), X_val_s, y_val))
ridge = Ridge(best_a).fit(X_train_s, y_train)

# %%
xgbr = xgb.XGBRegressor(n_estimators=3000, learning_rate=0.03, max_depth=6, early_stopping_rounds=40)
xgbr.fit(X_train_s, y_train, eval_set=[(X_val_s, y_val)], verbose=False)
rf = RandomForestRegressor(200, n_jobs=-1).fit(X_train_s, y_train)

# %%
table = pd.DataFrame(
    [(n, rmse(m, X_train_s, y_train), rmse(m, X_val_s, y_val), rmse(m, X_test_s, y_test))
     for n, m in [('knn', knn), ('ridge', ridge), ('rf', rf), ('xgb', xgbr)]],
    columns=['model', 'train', 'val', 'test'])
table.sort_values('test')
# xgb has the lowest test error so this is our final model
