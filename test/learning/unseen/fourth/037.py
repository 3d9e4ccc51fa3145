# expected: clean
# found: clean
# undecided: multi-test
# %%
import pandas as pd
from sklearn.model_selection import train_test_split
from sklearn.ensemble import RandomForestRegressor
from sklearn.tree import DecisionTreeRegressor
from sklearn.metrics import mean_absolute_error
# %%
X_full = pd.read_csv('../input/train.csv', index_col='Id')
X_test_full = pd.read_csv('../input/test.csv', index_col='Id')
# %%
X_full.dropna(axis=0, subset=['SalePrice'], inplace=True)
y = X_full.SalePrice
features = ['LotArea', 'YearBuilt', '1stFlrSF', '2ndFlrSF', 'FullBath', 'BedroomAbvGr', 'TotRmsAbvGrd', 'LotFrontage']
X = X_full[features].copy()
X_test = X_test_full[features].copy()
# %%
X_train, X_valid, y_train, y_valid = train_test_split(X, y, train_size=0.8, test_size=0.2, random_state=0)
# %%
from sklearn.impute import SimpleImputer
my_imputer = SimpleImputer()
imputed_X_train = pd.DataFrame(my_imputer.fit_transform(X_train))
imputed_X_valid = pd.DataFrame(my_imputer.transform(X_valid))
# %%
def score_model(model, X_t=imputed_X_train, X_v=imputed_X_valid, y_t=y_train, y_v=y_valid):
    model.fit(X_t, y_t)
    preds = model.predict(X_v)
    return mean_absolute_error(y_v, preds)
# %%
cands = [DecisionTreeRegressor(random_state=0), RandomForestRegressor(n_estimators=50, random_state=0),
         RandomForestRegressor(n_estimators=100, criterion='absolute_error', random_state=0)]
for i in range(0, len(cands)):
    print("Model %d MAE: %d" % (i + 1, score_model(cands[i])))
# %%
best_model = cands[1]
best_model.fit(imputed_X_train, y_train)
preds_test = best_model.predict(my_imputer.transform(X_test))
pd.DataFrame({'Id': X_test.index, 'SalePrice': preds_test}).to_csv('submission.csv', index=False)
