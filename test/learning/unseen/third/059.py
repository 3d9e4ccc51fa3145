# expected: clean
# found: clean
# %%
import numpy as np
import pandas as pd
import lightgbm as lgb
from sklearn.metrics import f1_score, precision_score, recall_score, average_precision_score
from sklearn.model_selection import train_test_split

SEED = 1234

# %%
tx = pd.read_csv('paysim.csv')
tx = tx[tx['type'].isin(['TRANSFER', 'CASH_OUT'])]
tx['is_transfer'] = (tx['type'] == 'TRANSFER').astype(int)
tx['err_orig'] = tx.newbalanceOrig + tx.amount - tx.oldbalanceOrg
tx['err_dest'] = tx.oldbalanceDest + tx.amount - tx.newbalanceDest
tx['hour'] = tx['step'] % 24
tx['isFraud'].mean()

# %%
features = ['is_transfer', 'amount', 'oldbalanceOrg', 'oldbalanceDest', 'err_orig', 'err_dest', 'hour']

# time ordered three way cut
q1, q2 = 400, 520
tr = tx[tx.step <= q1]
va = tx[(tx.step > q1) & (tx.step <= q2)]
te = tx[tx.step > q2]
[len(d) for d in (tr, va, te)]

# %%
clf = lgb.LGBMClassifier(n_estimators=4000, learning_rate=0.02, num_leaves=31,
                         is_unbalance=True, random_state=SEED)
clf.fit(tr[features], tr['isFraud'],
        eval_set=[(va[features], va['isFraud'])], eval_metric='average_precision',
        callbacks=[lgb.early_stopping(100), lgb.log_evaluation(200)])

# %%
# choose the alert threshold with the validation period
pv = clf.predict_proba(va[features])[:, 1]
grid = np.linspace(0.01, 0.99, 99)
f1s = [f1_score(va['isFraud'], pv > t) for t in grid]
t_star = grid[int(np.argmax(f1s))]
print(f'threshold {t_star:.2f}, validation F1 {max(f1s):.3f}')

# %%
pt = clf.predict_proba(te[features])[:, 1]
flag = pt > t_star
print('AP', average_precision_score(te['isFraud'], pt))
print('P / R / F1', precision_score(te['isFraud'], flag), recall_score(te['isFraud'], flag), f1_score(te['isFraud'], flag))

# %%
te.assign(flag=flag).groupby('hour')['flag'].sum().plot.bar()
