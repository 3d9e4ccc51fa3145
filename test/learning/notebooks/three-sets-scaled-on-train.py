# expected: clean
# found: clean
import pandas as pd
from sklearn.preprocessing import StandardScaler
from sklearn.model_selection import train_test_split
from sklearn.neural_network import MLPRegressor
from sklearn.linear_model import Ridge
df = pd.read_csv('d.csv')
train, rest = train_test_split(df, test_size=0.4, random_state=5)
val, test = train_test_split(rest, test_size=0.5, random_state=5)
cols = ['a', 'b']
sc = StandardScaler().fit(train[cols])
models = {'mlp': MLPRegressor(), 'ridge': Ridge()}
scores = {}
for name, m in models.items():
    m.fit(sc.transform(train[cols]), train['y'])
    scores[name] = m.score(sc.transform(val[cols]), val['y'])
winner = models[max(scores, key=scores.get)]
print(winner.score(sc.transform(test[cols]), test['y']))
