# expected: overlap
# found: overlap 26:12
# %%
import pandas as pd
import numpy as np
from sklearn.model_selection import train_test_split
from sklearn.ensemble import GradientBoostingClassifier
from sklearn import metrics

# %%
df = pd.read_csv('bank-additional-full.csv', sep=';')
df.head(3).T

# %%
df['y'] = df['y'].apply(lambda v: 1 if v == 'yes' else 0)
df = df.drop('duration', axis=1)   # not known before the call
df['pdays_never'] = (df['pdays'] == 999).astype(int)
df = pd.get_dummies(df)
df['y'].mean()

# %%
# class 1 is only 11%, give the model more of it
yes = df[df.y == 1]
no = df[df.y == 0]
print(len(yes), len(no))
balanced = pd.concat([no] + [yes] * 7).sample(frac=1, random_state=10).reset_index(drop=True)
balanced.y.value_counts()

# %%
feature_cols = [c for c in balanced.columns if c != 'y']
train_df, test_df = train_test_split(balanced, test_size=0.3, random_state=10)

# %%
gbm0 = GradientBoostingClassifier(n_estimators=200, max_depth=6, random_state=10)
gbm0.fit(train_df[feature_cols], train_df['y'])

# %%
dtest_predictions = gbm0.predict(test_df[feature_cols])
dtest_predprob = gbm0.predict_proba(test_df[feature_cols])[:, 1]
print("Accuracy : %.4g" % metrics.accuracy_score(test_df['y'].values, dtest_predictions))
print("AUC Score (Test): %f" % metrics.roc_auc_score(test_df['y'], dtest_predprob))

# %%
feat_imp = pd.Series(gbm0.feature_importances_, feature_cols).sort_values(ascending=False)
feat_imp[:20].plot(kind='bar', title='Feature Importances')
