# expected: preprocessing
# found: preprocessing 7:14
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import MinMaxScaler

def make_sets(data, labels):
    scaled = MinMaxScaler().fit_transform(data)
    return train_test_split(scaled, labels)
