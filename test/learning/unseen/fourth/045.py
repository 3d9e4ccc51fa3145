# expected: multi-test, preprocessing
# found: preprocessing 13:52, preprocessing 14:10, preprocessing 14:39, preprocessing 15:28, preprocessing 15:47, preprocessing 15:64, multi-test 30:19
# %%
import pandas as pd
from sklearn.model_selection import train_test_split
from sklearn.linear_model import LogisticRegression, SGDClassifier
from sklearn.naive_bayes import GaussianNB
from sklearn.ensemble import GradientBoostingClassifier
# %%
def preprocess(d):
    d = d.copy()
    d['gender'] = d['gender'].map(lambda g: 1 if g == 'Male' else 0)
    d['EstimatedSalary'] = (d['EstimatedSalary'] - d['EstimatedSalary'].min()) / \
        (d['EstimatedSalary'].max() - d['EstimatedSalary'].min())
    d['Age'] = (d['Age'] - d['Age'].min()) / (d['Age'].max() - d['Age'].min())
    return d.drop('User ID', axis=1)
# %%
df = pd.read_csv('Social_Network_Ads.csv')
df.columns = [c if c != 'Gender' else 'gender' for c in df.columns]
df = df.pipe(preprocess)
# %%
df_train, df_test = train_test_split(df, test_size=100, random_state=0)
print(df_train.shape, df_test.shape)
# %%
target = 'Purchased'
clfs = dict(lr=LogisticRegression(), sgd=SGDClassifier(), nb=GaussianNB(), gb=GradientBoostingClassifier())
scores = {}
for key, c in clfs.items():
    c.fit(df_train.drop(target, axis=1), df_train[target])
    scores[key] = c.score(df_test.drop(target, axis=1), df_test[target])
# %%
print(scores)
print('winner:', max(scores, key=scores.get))
