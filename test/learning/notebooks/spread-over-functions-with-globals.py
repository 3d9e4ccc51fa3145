# expected: preprocessing
# found: preprocessing 13:22
import pandas as pd
from sklearn.preprocessing import MinMaxScaler
from sklearn.model_selection import train_test_split
from sklearn.neural_network import MLPClassifier
df = None
def load():
    global df
    df = pd.read_csv('d.csv')
def normalise():
    global df
    df[['a', 'b']] = MinMaxScaler().fit_transform(df[['a', 'b']])
load()
normalise()
train, test = train_test_split(df, test_size=0.3)
mlp = MLPClassifier().fit(train[['a', 'b']], train['y'])
print(mlp.score(test[['a', 'b']], test['y']))
