# expected: clean
# found: clean
# %%
import lightgbm as lgb
import pandas as pd
from sklearn.model_selection import train_test_split
from sklearn.metrics import roc_auc_score
# %%
bank = pd.read_csv('bank-additional-full.csv', sep=';')
bank['y'] = bank['y'].map({'no': 0, 'yes': 1})
bank = bank.drop(columns='duration')
# %%
cats = bank.select_dtypes('object').columns
for c in cats:
    bank[c] = bank[c].astype('category')
# %%
trn, tst = train_test_split(bank, test_size=0.2, random_state=2020, stratify=bank['y'])
trn, val = train_test_split(trn, test_size=0.2, random_state=2020, stratify=trn['y'])
# %%
dtrain = lgb.Dataset(trn.drop(columns='y'), label=trn['y'])
dvalid = lgb.Dataset(val.drop(columns='y'), label=val['y'], reference=dtrain)
# %%
params = {
    'objective': 'binary',
    'metric': 'auc',
    'learning_rate': 0.03,
    'num_leaves': 31,
    'feature_fraction': 0.8,
    'verbose': -1,
}
bst = lgb.train(params, dtrain, num_boost_round=2000, valid_sets=[dtrain, dvalid],
                callbacks=[lgb.early_stopping(50), lgb.log_evaluation(100)])
# %%
p = bst.predict(tst.drop(columns='y'), num_iteration=bst.best_iteration)
print('test auc', roc_auc_score(tst['y'], p))
# %%
lgb.plot_importance(bst, max_num_features=15)
